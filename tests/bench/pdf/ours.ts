/** Our command line of the pdf benchmark: `ours.ts <fountain file> <pdf file>`, the same work as the peer's. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { readFountain } from '@tramline/screenplay';
import { writePdf } from '../../../packages/files/src/pdf/writePdf.ts';

const [source, target, folder] = process.argv.slice(2) as [string, string, string];
const { resolve } = createRequire(folder);
const readFont = async (file: string): Promise<Uint8Array> => fs.readFileSync(resolve(file));
const written = await writePdf(readFountain(fs.readFileSync(source, 'utf8')), { date: new Date(0), readFont });
if (!written.ok) throw new Error(written.code);
fs.writeFileSync(target, written.bytes);
