import * as z from 'zod/mini';
import { commandBody, Text } from './fields.ts';

export const EraseName = commandBody({ reason: Text }).check(z.meta({ id: 'EraseName' }));

export const LiftErasure = commandBody({ reason: Text }).check(z.meta({ id: 'LiftErasure' }));
