// A WebAssembly module as far as its imports go. Of what else is in it the bytes stay as they are.

const IMPORTS = 2;

/** Reads numbers and names from bytes. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get isAtEnd() {
    return this.at >= this.bytes.length;
  }

  number() {
    for (let number = 0, shift = 1; ; shift *= 128) {
      const byte = this.bytes[this.at++];
      number += (byte & 127) * shift;
      if (byte < 128) return number;
    }
  }

  take(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }

  name() {
    return this.take(this.number()).toString("utf8");
  }

  /** Goes past the limits of a table or a memory. */
  skipLimits() {
    const hasMost = this.number() & 1;
    this.number();
    if (hasMost) this.number();
  }

  /** The bytes that say of which type an import is. */
  type() {
    const start = this.at;
    const kind = this.number();
    if (kind === 0) this.number();
    else if (kind === 1) {
      this.number();
      this.skipLimits();
    } else if (kind === 2) this.skipLimits();
    else if (kind === 3) this.take(2);
    else throw new Error(`an import is of the kind ${kind}, which is not known here`);
    return this.bytes.subarray(start, this.at);
  }
}

const number = (value) => {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
};
const name = (text) => Buffer.concat([number(Buffer.byteLength(text)), Buffer.from(text)]);
const list = (parts) => Buffer.concat([number(parts.length), ...parts]);

const sections = (bytes) => {
  const reader = new Reader(bytes);
  const parts = [{ bytes: reader.take(8) }];
  while (!reader.isAtEnd) {
    const [id] = reader.take(1);
    parts.push({ id, bytes: reader.take(reader.number()) });
  }
  return parts;
};

const importsOf = (bytes) => {
  const reader = new Reader(bytes);
  return Array.from({ length: reader.number() }, () => ({ module: reader.name(), name: reader.name(), type: reader.type() }));
};

/** Imports of a module. */
export const imports = (bytes) => importsOf(sections(bytes).find(({ id }) => id === IMPORTS).bytes);

/** The module with other names of imports: `rename` gets an import, and answers its module and name. */
export const renamed = (bytes, rename) =>
  Buffer.concat(
    sections(bytes).map(({ id, bytes: part }) => {
      if (id === undefined) return part;
      const isRenamed = id === IMPORTS;
      const content = isRenamed ? list(importsOf(part).map((entry) => Buffer.concat([...rename(entry).map(name), entry.type]))) : part;
      return Buffer.concat([Buffer.from([id]), number(content.length), content]);
    }),
  );
