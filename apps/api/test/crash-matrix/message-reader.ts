/** One message of PostgreSQL's protocol, as it went over the wire. The very first of a client has no type: ''. */
export interface Message {
  type: string;
  body: Buffer;
  bytes: Buffer;
}

/** Cuts a stream into messages: a type of one byte, a length of four that counts itself, the body. */
export class MessageReader {
  private rest: Buffer = Buffer.alloc(0);
  private hasPreamble: boolean;

  constructor(options: { hasPreamble: boolean }) {
    this.hasPreamble = options.hasPreamble;
  }

  *read(chunk: Buffer): Generator<Message> {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const head = this.hasPreamble ? 0 : 1;
      if (this.rest.length < head + 4) return;
      const end = head + this.rest.readInt32BE(head);
      if (this.rest.length < end) return;
      const bytes = this.rest.subarray(0, end);
      const type = this.hasPreamble ? 'p' : String.fromCharCode(bytes[0] ?? 0);
      this.rest = this.rest.subarray(end);
      this.hasPreamble = false;
      yield { type, bytes, body: bytes.subarray(head + 4) };
    }
  }
}
