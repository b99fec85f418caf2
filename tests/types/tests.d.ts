// What the type check must know of tests, which run in Node.js and hand functions over to pages.

import type { IncomingMessage, ServerResponse } from 'node:http';

declare global {
  /** Answers a request in the host's place, and says whether it did; `path` is without the host and what is asked. */
  type Answer = (request: IncomingMessage, response: ServerResponse, path: string) => boolean;

  // Tests keep in a page's window what they have seen there, under a name of their own.
  interface Window {
    [name: string]: any;
  }
  // The same, named as a page's own scripts do.
  var events: any[];
  var heard: any;
  var kept: any;
  var last: any;
  var listening: number;
  var say: (message: unknown, origin?: string) => void;
  var ways: any[];

  // Only the page knows of which kind an element is that a selector finds.
  interface ParentNode {
    querySelector(selector: string): any;
    querySelectorAll(selector: string): NodeListOf<any>;
  }

  // A promise that is kept without a value.
  interface PromiseConstructor {
    new (run: (resolve: (value?: any) => void, reject: (reason?: unknown) => void) => void): Promise<any>;
  }

  // What Chromium has and the library of types has not.
  interface Performance {
    measureUserAgentSpecificMemory(): Promise<{ bytes: number }>;
  }
  interface PerformanceEntry {
    value?: number;
    responseEnd?: number;
  }
}
