// A pg "socket" that talks to a PGlite in this process: the same driver (`pg`) and the same Prisma adapter in every mode.
// PGlite has ONE session, so the pool that uses it must have one client.
import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';

const SYNC = 0x53, QUERY = 0x51, FLUSH = 0x48, TERMINATE = 0x58, READY = 0x5a, IDLE = 0x49;

export class PgliteStream extends Duplex {
  readonly #lite: PGlite;
  #unread: Buffer = Buffer.alloc(0);
  #started = false;
  #status = IDLE;
  #busy: Promise<unknown> = Promise.resolve();
  #leave: () => void = () => undefined;
  // A new stream connects only after the previous one has been rolled back and reset.
  static readonly #turn = new WeakMap<PGlite, Promise<void>>();

  constructor(lite: PGlite) {
    super();
    this.#lite = lite;
  }

  connect(): this {
    const before = PgliteStream.#turn.get(this.#lite) ?? Promise.resolve();
    const mine = new Promise<void>((resolve) => (this.#leave = resolve));
    PgliteStream.#turn.set(this.#lite, before.then(() => mine));
    void before.then(() => (this.destroyed ? this.#leave() : this.emit('connect')));
    return this;
  }

  setNoDelay(): this { return this; }
  setKeepAlive(): this { return this; }
  ref(): this { return this; }
  unref(): this { return this; }
  override _read(): void { /* push() is driven by the replies */ }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#feed(chunk).then(() => done(), done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#feed(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.push(null);
    done();
  }

  /** A real server rolls back and forgets the session when its socket goes away. */
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const reset = async () => {
      await this.#busy;
      if (this.#lite.closed || !this.#started) return;
      await this.#lite.runExclusive(async () => {
        if (this.#status !== IDLE) await this.#lite.execProtocolRaw(simpleQuery('ROLLBACK'));
        await this.#lite.execProtocolRaw(simpleQuery('DISCARD ALL'));
      });
    };
    void reset().catch(() => undefined).then(() => {
      this.#leave();
      done(error);
    });
  }

  async #feed(chunk: Buffer): Promise<void> {
    const received = this.#unread.length > 0 ? Buffer.concat([this.#unread, chunk]) : chunk;
    const end = this.#endOfLastQuestion(received);
    if (end === 0) return;

    const run = this.#lite.runExclusive(() => this.#lite.execProtocolRaw(received.subarray(0, end)));
    this.#busy = run.catch(() => undefined);
    const answer = Buffer.from(await run);
    if (answer.length >= 6 && answer[answer.length - 6] === READY) this.#status = answer[answer.length - 1] ?? IDLE;
    this.push(answer);
  }

  /** Whole messages only, up to the last one that makes the backend answer; the rest waits for the next chunk. */
  #endOfLastQuestion(received: Buffer): number {
    let position = 0;
    let end = 0;
    for (;;) {
      const head = this.#started ? 1 : 0;
      if (received.length - position < head + 4) break;
      const length = head + received.readUInt32BE(position + head);
      if (received.length - position < length) break;
      const type = head === 1 ? received[position] : undefined;
      if (type === TERMINATE) {
        this.#unread = Buffer.alloc(0);
        return end;
      }
      position += length;
      if (type === undefined) this.#started = true;
      if (type === undefined || type === SYNC || type === QUERY || type === FLUSH) end = position;
    }
    this.#unread = received.subarray(end);
    return end;
  }
}

function simpleQuery(sql: string): Uint8Array {
  const message = Buffer.alloc(6 + Buffer.byteLength(sql));
  message[0] = QUERY;
  message.writeUInt32BE(message.length - 1, 1);
  message.write(sql, 5);
  return message;
}
