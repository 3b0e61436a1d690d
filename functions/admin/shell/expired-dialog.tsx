import { Button, Modal } from 'antd';
import { useSession } from '../session/use-session.ts';
import { useTexts } from './language.tsx';
import { shellTexts } from './texts.ts';

/** The session has ended in the middle of something: nothing is lost, and one click goes on. */
export function ExpiredDialog() {
  const session = useSession();
  const texts = useTexts(shellTexts);
  return (
    <Modal
      open
      closable={false}
      title={texts.expiredTitle}
      footer={
        <Button type="primary" autoFocus onClick={() => session.signIn()}>
          {texts.signInAgain}
        </Button>
      }
    >
      <p>{texts.expired}</p>
    </Modal>
  );
}
