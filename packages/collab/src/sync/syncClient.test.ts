import { REFUSAL, SYNC_STEP, syncFrame } from '@tramline/wire';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { SyncClient } from './syncClient.ts';

/** The client's end of a connection whose server is the test. */
class FakeSocket {
  static newest: FakeSocket;
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 1;
  onopen: () => void = () => undefined;
  onmessage: (event: { data: ArrayBuffer }) => void = () => undefined;
  constructor() {
    FakeSocket.newest = this;
  }
  send(): void {}
  close(): void {}
}

test('who may edit again is no longer refused, and who was only refused that can come back', async () => {
  let mode: 'edit' | 'read' = 'read';
  let tell = (): void => undefined;
  const doc = new Y.Doc();
  doc.getText('body').insert(0, 'mine');
  const client = new SyncClient({
    serverUrl: 'ws://server/sync',
    documentId: 'd',
    doc,
    askTicket: async () => ({ state: 'granted', answer: { token: 't', mode, schemaVersion: 1 } }),
    onChange: () => tell(),
    WebSocketPolyfill: FakeSocket as unknown as typeof WebSocket,
  });
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      tell = () => {
        if (holds()) resolve();
      };
      tell();
    });
  await until(() => client.mode === 'read' && client.provider.ws !== null);
  FakeSocket.newest.onopen();
  const question = syncFrame(SYNC_STEP.step1, Y.encodeStateVector(new Y.Doc()));
  FakeSocket.newest.onmessage({ data: question.slice().buffer });
  expect([client.state, client.refusedCode]).toEqual(['refused', REFUSAL.readOnlyRole]);
  mode = 'edit';
  client.disconnect();
  client.reconnect();
  await until(() => client.mode === 'edit');
  expect([client.state, client.refusedCode]).toEqual(['offline', 0]);
  client.destroy();
});
