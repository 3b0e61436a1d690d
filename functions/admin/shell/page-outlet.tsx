import { Button, Result, Spin } from 'antd';
import { type ComponentType, lazy, Suspense, useMemo } from 'react';
import type { PageEntry, PageProps } from '../pages/pages.ts';
import { hrefOf, useAddress } from './address.ts';
import { Failure } from './failure.tsx';
import { useTexts } from './language.tsx';
import { matchPath } from './match-path.ts';
import { shellTexts } from './texts.ts';

const loaded = new Map<PageEntry, ComponentType<PageProps>>();

/** Each page is fetched when it is first opened. */
function componentOf(entry: PageEntry): ComponentType<PageProps> {
  const known = loaded.get(entry);
  if (known) return known;
  const component = lazy(entry.load);
  loaded.set(entry, component);
  return component;
}

/** Shows the page that the address names. */
export function PageOutlet({ pages }: { readonly pages: readonly PageEntry[] }) {
  const { path } = useAddress();
  const texts = useTexts(shellTexts);
  const found = useMemo(() => {
    for (const entry of pages) {
      const params = matchPath(entry.path, path);
      if (params) return { entry, params };
    }
    return null;
  }, [pages, path]);

  if (pages.length === 0) return <Result status="info" title={texts.noRole} />;
  if (!found) {
    return (
      <Result
        status="info"
        title={texts.notFoundTitle}
        subTitle={texts.notFound}
        extra={<Button href={hrefOf('/')}>{texts.backHome}</Button>}
      />
    );
  }
  const Component = componentOf(found.entry);
  return (
    <Failure key={path}>
      <Suspense
        fallback={
          <Spin size="large" description={texts.loading}>
            <div className="waiting" />
          </Spin>
        }
      >
        <Component params={found.params} />
      </Suspense>
    </Failure>
  );
}
