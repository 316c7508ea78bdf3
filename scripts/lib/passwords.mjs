// Writes server/src/account/common_passwords.bloom: the commonest passwords, of eight letters and more, as a Bloom filter.
//   npm install --no-save @zxcvbn-ts/language-common@4.1.3 && node scripts/lib/passwords.mjs
// Part of the repository, because it changes with the list only, and no build should need the list.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";

// Both are known to `CommonPasswords` in domain/src/account/password.rs.
const BITS_PER_PASSWORD = 16;
const PROBES = 11n;

const list = createRequire(import.meta.url)("@zxcvbn-ts/language-common/src/passwords.json");
const passwords = new Set(list.map((word) => word.toLowerCase()).filter((word) => [...word].length >= 6));
const filter = Buffer.alloc(Math.ceil((passwords.size * BITS_PER_PASSWORD) / 8));
const bits = BigInt(filter.length * 8);
for (const password of passwords) {
  const hash = createHash("sha256").update(password).digest();
  const [first, second] = [hash.readBigUInt64LE(0), hash.readBigUInt64LE(8)];
  for (let probe = 0n; probe < PROBES; probe += 1n) {
    const bit = BigInt.asUintN(64, first + BigInt.asUintN(64, probe * second)) % bits;
    filter[Number(bit / 8n)] |= 1 << Number(bit % 8n);
  }
}
writeFileSync(new URL("../../server/src/account/common_passwords.bloom", import.meta.url), filter);
console.log(`${passwords.size} passwords in ${filter.length} bytes`);
