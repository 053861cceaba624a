/** One SMTP connection: lines out, whole replies in, each within a bound, and a closed connection is an error at once. */

export interface Reply {
  code: number;
  /** All lines without their codes. */
  text: string;
}

type Wire = Pick<Socket, 'readable' | 'writable' | 'startTls' | 'close'>;

export class SmtpWire {
  #socket: Wire;
  #reader: ReadableStreamDefaultReader<Uint8Array>;
  #writer: WritableStreamDefaultWriter<Uint8Array>;
  #pending = '';
  readonly #answerWithin: number;

  /** `answerWithin` in milliseconds, for each reply. */
  constructor(socket: Wire, answerWithin: number) {
    this.#socket = socket;
    this.#answerWithin = answerWithin;
    this.#reader = socket.readable.getReader();
    this.#writer = socket.writable.getWriter();
  }

  /** The next reply, however many lines it has (RFC 5321, section 4.2.1). */
  async reply(): Promise<Reply> {
    const lines: string[] = [];
    for (;;) {
      const line = await this.#line();
      lines.push(line.slice(4));
      if (/^\d{3}(?: |$)/.test(line)) return { code: Number(line.slice(0, 3)), text: lines.join('\n') };
      if (!/^\d{3}-/.test(line))
        throw new Error(`The server said "${line.slice(0, 80)}", which is no reply.`);
    }
  }

  async say(line: string): Promise<Reply> {
    // A line break in an address would be a command of somebody else's choosing.
    if (/[\r\n]/.test(line)) throw new Error('A command may not hold a line break.');
    await this.send(`${line}\r\n`);
    return this.reply();
  }

  async send(text: string): Promise<void> {
    await this.#bounded(this.#writer.write(new TextEncoder().encode(text)));
  }

  startTls(): void {
    this.#reader.releaseLock();
    this.#writer.releaseLock();
    this.#socket = this.#socket.startTls();
    this.#reader = this.#socket.readable.getReader();
    this.#writer = this.#socket.writable.getWriter();
  }

  /** Says goodbye and closes; nothing waits for it, and what fails now changes nothing. */
  leave(): void {
    const ignore = () => undefined;
    this.#writer.write(new TextEncoder().encode('QUIT\r\n')).catch(ignore);
    Promise.resolve(this.#socket.close()).catch(ignore);
  }

  async #line(): Promise<string> {
    for (;;) {
      const end = this.#pending.indexOf('\n');
      if (end >= 0) {
        const line = this.#pending.slice(0, end).replace(/\r$/, '');
        this.#pending = this.#pending.slice(end + 1);
        return line;
      }
      const { value, done } = await this.#bounded(this.#reader.read());
      if (done) throw new Error('The server closed the connection.');
      this.#pending += new TextDecoder().decode(value);
      if (this.#pending.length > 100_000) throw new Error('The server does not end its line.');
    }
  }

  async #bounded<T>(step: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The server did not answer in time.')), this.#answerWithin);
    });
    try {
      return await Promise.race([step, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
