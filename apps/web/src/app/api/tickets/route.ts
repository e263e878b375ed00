import { ticketRequest } from '@tramline/wire';
import { giveTicket } from '../../../server/commands/giveTicket.ts';
import { personRoute } from '../../../server/route.ts';

/** A ticket for one room under one client id, good for a minute. */
export const POST = personRoute({ reads: ticketRequest, do: giveTicket, present: (ticket) => ticket });
