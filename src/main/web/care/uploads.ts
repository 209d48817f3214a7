import { Refused, type CareApi } from './api';
import { lighter } from './lighter-image';
import { newId } from './protocol';

export interface Upload {
  id: string;
  name: string;
  /** 0 to 1. */
  part: number;
  state: 'waiting' | 'sending' | 'failed';
  /** Why it failed: an HTTP status, 0 when the server was not reached. */
  status?: number;
}

interface Pending extends Upload {
  file: Blob;
  stop: AbortController;
}

/** The largest file that the server takes, bytes. */
const LARGEST = 8 * 1024 * 1024;

/**
 * Files on their way, one after another. They wait while there is no connection, and are sent again under the same key, so
 * none is sent twice. Unlike written messages they do not survive a reload.
 */
export class Uploads {
  private pending: Pending[] = [];
  private busy = false;

  constructor(
    private readonly api: CareApi,
    private readonly conv: () => string | undefined,
    private readonly changed: () => void,
  ) {}

  get all(): readonly Upload[] {
    return this.pending;
  }

  async add(file: File): Promise<void> {
    const made: Pending = { id: newId(), name: file.name || 'file', part: 0, state: 'waiting', file, stop: new AbortController() };
    this.change([...this.pending, made]);
    const light = await lighter(file);
    this.update(made.id, {
      file: light,
      ...(light.size > LARGEST ? { state: 'failed' as const, status: 413 } : {}),
    });
    this.next();
  }

  remove(id: string): void {
    this.pending.find(one => one.id === id)?.stop.abort();
    this.change(this.pending.filter(one => one.id !== id));
  }

  retry(id: string): void {
    this.update(id, { state: 'waiting', part: 0, stop: new AbortController() });
    this.next();
  }

  /** There is a connection again, or a file more. */
  next(): void {
    const conv = this.conv();
    const one = this.pending.find(upload => upload.state === 'waiting');
    if (this.busy || !conv || !one) return;
    this.busy = true;
    this.update(one.id, { state: 'sending' });
    this.api
      .upload(conv, one.file, one.name, one.id, part => this.update(one.id, { part }), one.stop.signal)
      .then(
        () => this.remove(one.id),
        (fault: unknown) => {
          const status = fault instanceof Refused ? fault.status : 0;
          const online = this.conv() !== undefined;
          this.update(one.id, status === 0 && !online ? { state: 'waiting', part: 0 } : { state: 'failed', status });
        },
      )
      .finally(() => {
        this.busy = false;
        this.next();
      });
  }

  private update(id: string, with_: Partial<Pending>): void {
    this.change(this.pending.map(one => (one.id === id ? { ...one, ...with_ } : one)));
  }

  private change(pending: Pending[]): void {
    this.pending = pending;
    this.changed();
  }
}
