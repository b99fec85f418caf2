// Packages that only `make bench` installs, and the search as it builds it.
declare module 'esbuild';
declare module 'pagefind';
declare module '*/target/bench/engine/bench.js';
