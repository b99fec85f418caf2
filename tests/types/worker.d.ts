// What the build writes into `sw.js` (`cargo xtask finalize`), and what a service worker has that other workers have not.

/** A file: its name, what its content type must contain, and how its digest begins. */
type Entry = [string, string, string];

declare const __FILES__: Entry[];
declare const __PARTS__: Record<string, Entry[]>;

interface WorkerGlobalScope {
  readonly clients: Clients;
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener<K extends keyof ServiceWorkerGlobalScopeEventMap>(
    type: K,
    listener: (event: ServiceWorkerGlobalScopeEventMap[K]) => void,
  ): void;
}

interface WorkerLocation extends URL {}
