import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/**
 * Stands in for Electron: keeps what the host sets and lets a test play the user, the page or the
 * operating system. It behaves as Electron's documentation says and grants what Electron grants
 * when nobody refuses.
 */

type Handler<Args extends unknown[], Result> = ((...args: Args) => Result) | null;
type Answer<T> = (value: T) => void;

export class FakeSession extends EventEmitter {
  readonly partition: string;
  readonly options: unknown;
  readonly schemes = new Map<string, (request: Request) => Response | Promise<Response>>();
  permissionRequest: Handler<[unknown, string, Answer<boolean>, unknown], void> = null;
  permissionCheck: Handler<[unknown, string, string, unknown], boolean> = null;
  device: Handler<[unknown], boolean> = null;
  displayMedia: Handler<[unknown, Answer<unknown>], void> = null;
  bluetooth: Handler<[unknown, Answer<{ confirmed: boolean }>], void> = null;
  request: Handler<[{ url: string }, Answer<{ cancel?: boolean }>], void> = null;
  isSpellChecking = true;
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) =>
      this.schemes.set(scheme, handler),
  };
  readonly webRequest = {
    onBeforeRequest: (handler: FakeSession['request']) => {
      this.request = handler;
    },
  };

  constructor(partition: string, options?: unknown) {
    super();
    this.partition = partition;
    this.options = options;
  }

  setPermissionRequestHandler(handler: FakeSession['permissionRequest']): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: FakeSession['permissionCheck']): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: FakeSession['device']): void {
    this.device = handler;
  }
  setDisplayMediaRequestHandler(handler: FakeSession['displayMedia']): void {
    this.displayMedia = handler;
  }
  setBluetoothPairingHandler(handler: FakeSession['bluetooth']): void {
    this.bluetooth = handler;
  }
  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.isSpellChecking = isEnabled;
  }

  /** Whether a request would reach the network or another handler. */
  lets(url: string): boolean {
    let isCancelled = false;
    this.request?.({ url }, ({ cancel = false }) => {
      isCancelled = cancel;
    });
    return !isCancelled;
  }

  async load(url: string, method = 'GET'): Promise<Response> {
    const handler = this.schemes.get(new URL(url).protocol.slice(0, -1));
    if (handler === undefined || !this.lets(url)) throw new Error(`ERR_FAILED ${url}`);
    // Only the parts that the host reads; `Request` itself refuses custom schemes' raw paths.
    return handler({ url, method } as Request);
  }
}

export type FakeFrame = {
  url: string;
  origin: string;
  received: { channel: string; message: unknown; ports: MessagePort[] }[];
  postMessage(channel: string, message: unknown, ports: FakePort[]): void;
};

export function fakeFrame(url: string, origin = new URL(url).href.replace(/\/[^/]*$/, '')) {
  const frame: FakeFrame = {
    url,
    origin,
    received: [],
    postMessage: (channel, message, ports) =>
      frame.received.push({ channel, message, ports: ports.map(({ raw }) => raw) }),
  };
  return frame;
}

export class FakeContents extends EventEmitter {
  readonly session: FakeSession;
  readonly pdfRequests: unknown[] = [];
  mainFrame = fakeFrame('about:blank', 'null');
  openWindow: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  printing: () => Promise<Buffer> = async () => Buffer.from('%PDF-fake');

  constructor(session: FakeSession) {
    super();
    this.session = session;
  }

  setWindowOpenHandler(handler: FakeContents['openWindow']): void {
    this.openWindow = handler;
  }

  async printToPDF(options: unknown): Promise<Buffer> {
    this.pdfRequests.push(options);
    return this.printing();
  }

  /** The page or the user tries to go elsewhere; true when nothing stopped it. */
  navigate(url: string, { isMainFrame = true } = {}): boolean {
    const event = new FakeNavigation(url, isMainFrame);
    this.emit('will-frame-navigate', event);
    if (isMainFrame) this.emit('will-navigate', event);
    return !event.isPrevented;
  }

  redirect(url: string): boolean {
    const event = new FakeNavigation(url, true);
    this.emit('will-redirect', event);
    return !event.isPrevented;
  }

  attachWebview(): boolean {
    const event = new FakeNavigation('', true);
    this.emit('will-attach-webview', event, {}, {});
    return !event.isPrevented;
  }
}

class FakeNavigation {
  isPrevented = false;
  readonly url: string;
  readonly isMainFrame: boolean;

  constructor(url: string, isMainFrame: boolean) {
    this.url = url;
    this.isMainFrame = isMainFrame;
  }

  preventDefault(): void {
    this.isPrevented = true;
  }
}

export type FakeWindowOptions = {
  show?: boolean;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  webPreferences: Record<string, unknown> & { session: FakeSession; devTools?: boolean };
};

export class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = [];
  readonly options: FakeWindowOptions;
  readonly webContents: FakeContents;
  readonly loaded: { url: string; response: Response }[] = [];
  readonly calls: string[] = [];
  isDestroyed = false;
  maximized = false;
  minimized = false;

  constructor(options: FakeWindowOptions) {
    super();
    this.options = options;
    this.webContents = new FakeContents(options.webPreferences.session);
    FakeWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    const response = await this.webContents.session.load(url);
    this.loaded.push({ url, response });
    this.webContents.mainFrame = fakeFrame(url);
    this.emit('ready-to-show');
  }

  show = () => this.calls.push('show');
  focus = () => this.calls.push('focus');
  restore = () => this.calls.push('restore');
  maximize = () => this.calls.push('maximize');
  isMaximized = () => this.maximized;
  isMinimized = () => this.minimized;
  getNormalBounds = () => ({ x: 40, y: 50, width: 1200, height: 800 });
  reload = () => this.calls.push('reload');
  destroy = () => {
    this.isDestroyed = true;
  };
}

/** `MessagePortMain`: an emitter whose messages come as events. */
export class FakePort extends EventEmitter {
  readonly raw: MessagePort;

  constructor(raw: MessagePort) {
    super();
    this.raw = raw;
    raw.on('close', () => this.emit('close'));
  }

  start(): void {
    this.raw.on('message', (data) => this.emit('message', { data }));
  }
  postMessage(data: unknown): void {
    this.raw.postMessage(data);
  }
  close(): void {
    this.raw.close();
  }
}

export class FakeChannel {
  readonly port1: FakePort;
  readonly port2: FakePort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new FakePort(port1);
    this.port2 = new FakePort(port2);
  }
}

class FakeApp extends EventEmitter {
  isPackaged = false;
  name = 'Electron';
  appUserModelId = '';
  appPath = '';
  hasLock = true;
  lockArguments: unknown[] | null = null;
  isSandboxed = false;
  exitCode: number | null = null;
  languages = ['en-GB'];
  readonly switches = new Map<string, string | undefined>();
  readonly paths = new Map<string, string>();
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => this.switches.set(name, value),
  };

  setName = (name: string) => {
    this.name = name;
  };
  getName = () => this.name;
  getVersion = () => '0.0.0';
  setAppUserModelId = (id: string) => {
    this.appUserModelId = id;
  };
  getAppPath = () => this.appPath;
  getPath = (name: string) => this.paths.get(name) ?? '';
  setPath = (name: string, path: string) => this.paths.set(name, path);
  enableSandbox = () => {
    this.isSandboxed = true;
  };
  requestSingleInstanceLock = (...args: unknown[]) => {
    this.lockArguments = args;
    return this.hasLock;
  };
  whenReady = async () => {};
  getPreferredSystemLanguages = () => this.languages;
  quit = () => this.emit('will-quit', { preventDefault: () => {} });
  exit = (code: number) => {
    this.exitCode = code;
    this.emit('fake-exit', code);
  };
}

export const app = new FakeApp();

const sessions = new Map<string, FakeSession>();
export const session = {
  defaultSession: new FakeSession('default'),
  fromPartition: (partition: string, options?: unknown) => {
    const known = sessions.get(partition) ?? new FakeSession(partition, options);
    sessions.set(partition, known);
    return known;
  },
};

export const schemes: { scheme: string; privileges: Record<string, boolean> }[] = [];
export const protocol = {
  registerSchemesAsPrivileged: (list: typeof schemes) => schemes.push(...list),
};

export const ipcMain = new EventEmitter();

export const errorBoxes: { title: string; text: string }[] = [];
export const dialog = {
  showErrorBox: (title: string, text: string) => errorBoxes.push({ title, text }),
};

export const openedPaths: string[] = [];
export const shell = {
  openPath: async (path: string) => {
    openedPaths.push(path);
    return '';
  },
};

type MenuTemplate = { label?: string; role?: string; submenu?: MenuTemplate[] };
export const Menu = {
  current: [] as MenuTemplate[],
  buildFromTemplate: (template: MenuTemplate[]) => template,
  setApplicationMenu: (menu: MenuTemplate[]) => {
    Menu.current = menu;
  },
};

export const screen = {
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
  getAllDisplays: () => screen.displays,
};

/** A key store that turns bytes over: enough to tell wrapped from plain. */
export const safeStorage = {
  isAvailable: true,
  backend: 'gnome_libsecret',
  isAsyncEncryptionAvailable: async () => safeStorage.isAvailable,
  getSelectedStorageBackend: () => safeStorage.backend,
  encryptStringAsync: async (text: string) => Buffer.from(text).reverse(),
  decryptStringAsync: async (bytes: Buffer) => ({
    result: Buffer.from(bytes).reverse().toString(),
    shouldReEncrypt: false,
  }),
};

export { FakeChannel as MessageChannelMain, FakeWindow as BrowserWindow };
