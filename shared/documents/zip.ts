import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, the first day that a ZIP archive knows: the same content is the same bytes. */
const dosDate = 0x21;
const version = 20;
/** Names are UTF-8. */
const flags = 0x0800;
const deflated = 8;

/** A ZIP archive (PKWARE APPNOTE 6.3) of a few texts by their names, in their order. */
export function zipOf(files: readonly (readonly [name: string, text: string])[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const bytes = Buffer.from(text, 'utf8');
    const data = deflateRawSync(bytes);
    const fileName = Buffer.from(name, 'utf8');
    const described = description(crc32(bytes), data.length, bytes.length, fileName.length);
    const local = Buffer.concat([signature(0x04034b50), described, fileName]);
    directory.push(Buffer.concat([signature(0x02014b50), short(version), described, place(offset), fileName]));
    parts.push(local, data);
    offset += local.length + data.length;
  }
  const list = Buffer.concat(directory);
  const count = short(files.length);
  const end = [signature(0x06054b50), short(0), short(0), count, count, long(list.length), long(offset), short(0)];
  return Buffer.concat([...parts, list, ...end]);
}

/** What the local header and the directory both say of a file. */
const description = (checksum: number, packedBytes: number, bytes: number, nameBytes: number): Buffer =>
  Buffer.concat([
    ...[short(version), short(flags), short(deflated), short(0), short(dosDate)],
    ...[long(checksum), long(packedBytes), long(bytes), short(nameBytes), short(0)],
  ]);

/** What the directory says beside it: no comment, first disk, no attributes, and where the file begins. */
const place = (offset: number): Buffer => Buffer.concat([short(0), short(0), short(0), long(0), long(offset)]);

const signature = (value: number): Buffer => long(value);

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
