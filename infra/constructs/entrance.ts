import type { Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { pageRoot } from '../../shared/platform/page-files.ts';
import { type Identity, identityOf } from './identity.ts';
import { OfficialsPage, type OfficialsPageProps } from './officials-page.ts';

export interface EntranceProps extends OfficialsPageProps {
  /** The folder of the built page; without it none is served. */
  readonly folder: string | undefined;
}

/** Whose tokens the gateway takes, and what serves the officials' page if the gateway must. */
export interface Entrance {
  readonly identity: Identity;
  readonly page: IFunction | null;
}

/** Makes what people come in by, whichever kind of gateway there is: the page, and the issuer that knows where it is. */
export function entranceOf(stack: Stack, { folder, ...props }: EntranceProps): Entrance {
  const { settings, apiHost } = props;
  const page = folder === undefined ? null : new OfficialsPage(stack, 'Page', props);
  const others = settings.pageOrigins.map((origin) => `${origin}${pageRoot}`);
  const identity = identityOf(stack, settings, [page?.address ?? `https://${apiHost}${pageRoot}`, ...others]);
  const served = page && folder !== undefined ? page.serve(folder, identity.page) : null;
  return { identity, page: served };
}
