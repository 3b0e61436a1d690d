import * as z from 'zod/mini';
import { personStates } from '../domain/person.ts';
import { Day, Id } from './fields.ts';
import { FreeText, Label, Subject } from './reply-fields.ts';

export const Person = z
  .object({
    personId: Id,
    org: Subject,
    /** Of the token; `operator:…` stands for a name that a machine client gave as handler or checker. */
    sub: Subject,
    /** The newest; null once erased. */
    name: z.nullable(Label),
    names: z.array(z.object({ from: Day, name: Label })).check(z.maxLength(100)),
    state: z.enum(personStates),
    /** Of the last erasure or its lifting. */
    reason: z.nullable(FreeText),
    version: z.int(),
  })
  .check(z.meta({ id: 'Person', description: 'Somebody who acted, and what they were called 操作人员姓名' }));
