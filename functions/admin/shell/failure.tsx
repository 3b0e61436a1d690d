import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';
import { keptLanguage } from './kept-language.ts';
import { shellTexts } from './texts.ts';

interface FailureProps {
  readonly children: ReactNode;
}

/** A page that fails takes nothing else with it, and says so. */
export class Failure extends Component<FailureProps, { readonly error: Error | null }> {
  constructor(props: FailureProps) {
    super(props);
    this.state = { error: null };
  }

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const texts = shellTexts[keptLanguage()];
    return (
      <Result
        status="error"
        title={texts.failedTitle}
        subTitle={`${texts.failed} (${error.message})`}
        extra={<Button onClick={() => location.reload()}>{texts.reload}</Button>}
      />
    );
  }
}
