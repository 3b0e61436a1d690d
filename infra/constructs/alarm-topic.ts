import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Settings } from '../deployment/settings.ts';

/** Where alarms go: the city's own topic, or one of ours with its address. */
export function alarmTopic(scope: Construct, id: string, { alarms }: Settings, masterKey: IKey): ITopic {
  if ('topicArn' in alarms) return Topic.fromTopicArn(scope, id, alarms.topicArn);
  const topic = new Topic(scope, id, { displayName: 'Sci-tech loans', masterKey, enforceSSL: true });
  topic.addSubscription(new EmailSubscription(alarms.email));
  return topic;
}
