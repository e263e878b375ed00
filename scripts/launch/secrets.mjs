/** The secrets of an installation: made once, readable by its owner only. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Reads `secrets.json` in the data folder, or makes it with mode 0600. */
export function readSecrets(dataFolder) {
  const file = path.join(dataFolder, 'secrets.json');
  if (!fs.existsSync(file)) {
    const fresh = {
      NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
      SYNC_SECRET: randomBytes(32).toString('base64url'),
      PGPASSWORD: randomBytes(18).toString('hex'),
    };
    fs.writeFileSync(`${file}.new`, JSON.stringify(fresh), { mode: 0o600 });
    fs.renameSync(`${file}.new`, file);
  }
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
