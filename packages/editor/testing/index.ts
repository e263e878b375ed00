export { type FuzzOutcome, freshView, runSeed } from './fuzz.ts';
export { Peer, type PeerOptions, type ScriptRow, settle, settled, showDoc, startState } from './peers.ts';
export { createRandom, type Random } from './random.ts';
