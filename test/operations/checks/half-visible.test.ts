import { describe, expect, test, vi } from 'vitest';
import { secondLook } from '../../../shared/operations/checks/second-look.ts';

describe('a check that finds something', () => {
  test('looks again a moment later, and finds nothing of what was only half visible', async () => {
    const look = vi
      .fn<() => Promise<readonly string[]>>()
      .mockResolvedValueOnce(['entry-missing'])
      .mockResolvedValue([]);
    expect(await secondLook(look)).toEqual([]);
    expect(look).toHaveBeenCalledTimes(2);
  });

  test('says what it still finds then', async () => {
    const look = vi
      .fn<() => Promise<readonly string[]>>()
      .mockResolvedValueOnce(['gone', 'there'])
      .mockResolvedValue(['there']);
    expect(await secondLook(look)).toEqual(['there']);
  });

  test('looks once if all is well, so that a sound city costs nothing more', async () => {
    const look = vi.fn<() => Promise<readonly string[]>>().mockResolvedValue([]);
    expect(await secondLook(look)).toEqual([]);
    expect(look).toHaveBeenCalledTimes(1);
  });
});
