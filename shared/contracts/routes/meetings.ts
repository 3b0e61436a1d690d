import * as z from 'zod/mini';
import { meetingStates } from '../../domain/meeting.ts';
import { Id, pageQuery, queryInt, ReasonBody } from '../fields.ts';
import { CastVote, ChangeAgenda, ConveneMeeting, ReleaseItem, ResolveMeeting } from '../meetings.ts';
import { conferenceRefusals } from '../refusals/conference.ts';
import { evidenceRefusals } from '../refusals/evidence.ts';
import { type Role, route } from '../route.ts';

const tag = 'Meetings';
const pathParameters = z.strictObject({ meetingId: Id });
const readers: readonly Role[] = ['office', 'member', 'finance', 'auditor'];

export const conveneMeeting = /* @__PURE__ */ route({
  operationId: 'conveneMeeting',
  method: 'POST',
  path: '/v1/meetings',
  handler: 'functions/http/meetings/convene.ts',
  roles: ['office'],
  tag,
  summary: 'Convenes the joint conference with claims and inclusions on its agenda (R22)',
  body: ConveneMeeting,
  refuses: ['state-conflict', 'already-exists', 'date-out-of-range', 'too-many-items'],
  problems: [evidenceRefusals],
  replies: { 201: 'Meeting' },
});

export const listMeetings = /* @__PURE__ */ route({
  operationId: 'listMeetings',
  method: 'GET',
  path: '/v1/meetings',
  handler: 'functions/http/meetings/list.ts',
  roles: readers,
  tag,
  summary: 'Lists the meetings, newest first; the material of one is in its own answer',
  query: z.strictObject({
    state: z.optional(z.enum(meetingStates)),
    year: z.optional(queryInt(1, 9999)),
    ...pageQuery,
  }),
  replies: { 200: { pageOf: 'Meeting' } },
});

export const getMeeting = /* @__PURE__ */ route({
  operationId: 'getMeeting',
  method: 'GET',
  path: '/v1/meetings/{meetingId}',
  handler: 'functions/http/meetings/get.ts',
  roles: readers,
  tag,
  summary: 'Shows a meeting with material, votes and outcome of every item',
  pathParameters,
  replies: { 200: 'MeetingRecord' },
});

export const meetingHistory = /* @__PURE__ */ route({
  operationId: 'meetingHistory',
  method: 'GET',
  path: '/v1/meetings/{meetingId}/history',
  handler: 'functions/http/meetings/history.ts',
  roles: readers,
  tag,
  summary: 'Lists what happened at a meeting, oldest first (R30)',
  pathParameters,
  query: z.strictObject(pageQuery),
  replies: { 200: { pageOf: 'HistoryEvent' } },
});

export const meetingMinutes = /* @__PURE__ */ route({
  operationId: 'meetingMinutes',
  method: 'GET',
  path: '/v1/meetings/{meetingId}/minutes',
  handler: 'functions/http/meetings/minutes.ts',
  roles: readers,
  tag,
  summary:
    'The minutes 会议纪要, made from the facts: HTML to print, or .docx, as `Accept` says; a draft until the resolution',
  pathParameters,
  replies: { 200: 'Minutes' },
  producesOnly: ['text/html', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
});

export const changeAgenda = /* @__PURE__ */ route({
  operationId: 'changeAgenda',
  method: 'POST',
  path: '/v1/meetings/{meetingId}/agenda',
  handler: 'functions/http/meetings/change-agenda.ts',
  roles: ['office'],
  tag,
  summary: 'Adds and removes items and sets figures lower; votes that this makes void are named (R22)',
  pathParameters,
  body: ChangeAgenda,
  refuses: ['state-conflict', 'too-many-items', 'amount-exceeds-claimed'],
  problems: [evidenceRefusals, conferenceRefusals],
  replies: { 200: 'Meeting' },
});

export const cancelMeeting = /* @__PURE__ */ route({
  operationId: 'cancelMeeting',
  method: 'POST',
  path: '/v1/meetings/{meetingId}/cancellation',
  handler: 'functions/http/meetings/cancel.ts',
  roles: ['office'],
  tag,
  summary: 'Cancels a meeting before the first vote; its items fall back',
  pathParameters,
  body: ReasonBody,
  refuses: ['state-conflict'],
  replies: { 200: 'Meeting' },
});

export const castVote = /* @__PURE__ */ route({
  operationId: 'castVote',
  method: 'POST',
  path: '/v1/meetings/{meetingId}/votes',
  handler: 'functions/http/meetings/cast-vote.ts',
  roles: ['member'],
  tag,
  summary: 'A unit votes on an item, or changes its vote (R22)',
  pathParameters,
  body: CastVote,
  refuses: ['state-conflict', 'amount-exceeds-claimed'],
  problems: [conferenceRefusals],
  replies: { 200: 'Meeting' },
});

export const resolveMeeting = /* @__PURE__ */ route({
  operationId: 'resolveMeeting',
  method: 'POST',
  path: '/v1/meetings/{meetingId}/resolution',
  handler: 'functions/http/meetings/resolve.ts',
  roles: ['office'],
  tag,
  summary: 'Closes the meeting and fixes every item’s outcome, all or nothing; a worker carries it out (R22)',
  pathParameters,
  body: ResolveMeeting,
  refuses: ['state-conflict', 'quorum-not-met', 'amount-exceeds-claimed'],
  problems: [conferenceRefusals],
  replies: { 202: 'Meeting' },
});

export const releaseMeetingItem = /* @__PURE__ */ route({
  operationId: 'releaseMeetingItem',
  method: 'POST',
  path: '/v1/meetings/{meetingId}/carrying-out',
  handler: 'functions/http/meetings/release-item.ts',
  roles: ['office'],
  tag,
  summary: 'Has an item that could not be carried out five times tried again, or lets it pass as deferred (R22)',
  pathParameters,
  body: ReleaseItem,
  refuses: ['state-conflict'],
  replies: { 200: 'Meeting' },
});

export const meetingRoutes = [
  conveneMeeting,
  listMeetings,
  getMeeting,
  meetingHistory,
  meetingMinutes,
  changeAgenda,
  cancelMeeting,
  castVote,
  resolveMeeting,
  releaseMeetingItem,
] as const;
