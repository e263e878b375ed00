import { eventsTicketRequest } from '@tramline/wire';
import { giveEventsTicket } from '../../../../server/commands/giveTicket.ts';
import { personRoute } from '../../../../server/route.ts';

/** A ticket for the news of one project, good for a minute. */
export const POST = personRoute({ reads: eventsTicketRequest, do: giveEventsTicket, present: (ticket) => ticket });
