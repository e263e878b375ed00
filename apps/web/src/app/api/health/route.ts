import { answer } from '../../../server/answer.ts';
import { services } from '../../../server/services.ts';

/** Whether this server can work: 200 when the database answers, 503 when not. */
export async function GET(): Promise<Response> {
  const isUp = await services().store.isUp();
  return answer({ ok: isUp }, isUp ? 200 : 503);
}
