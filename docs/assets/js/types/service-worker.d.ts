/** What a service worker has and a page has not, as far as docs/assets/js/offline/worker uses it. */
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  /** The answer of the network, if the browser asked for it while it woke the worker. */
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Response | Promise<Response>): void;
}

interface ExtendableMessageEvent extends ExtendableEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

interface ServiceWorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly unknown[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", hear: (event: ExtendableEvent) => void): void;
  addEventListener(name: "fetch", hear: (event: FetchEvent) => void): void;
  addEventListener(name: "message", hear: (event: ExtendableMessageEvent) => void): void;
}

/** What the build writes before the worker: see macros/offline/writing.py. */
declare const EDITION: {
  /** The list of files, from the folder of the worker; its name has the hash of all that it lists. */
  list: string;
  /** A regular expression: paths of files whose names change with their content. */
  forever: string;
  /** Folder of a language, empty for the first -> the page for what is not kept. */
  offline: Record<string, string>;
};
