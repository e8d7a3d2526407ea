import { useTranslation } from 'react-i18next';
import type { WebhookHealth } from '../api/generated/types.gen.js';
import { Ago } from '../format/Ago.js';
import { useFormat } from '../format/use-format.js';
import { Facts } from '../parts/Facts.js';

interface WebhookFactsProps {
  health: WebhookHealth;
  /** Of the remote system. */
  title: string;
  /** Whether the remote was asked; a paused account is not used for it. */
  wasAsked: boolean;
}

/** What was delivered and refused here, what the remote tells, and how events became known. */
export function WebhookFacts({ health, title, wasAsked }: WebhookFactsProps) {
  const { t } = useTranslation();
  const { accepted, refused, remote } = health;
  const secret = t(health.has_secret ? 'webhooks.facts.secretStored' : 'webhooks.facts.secretMissing');
  const last = accepted.last_at === null ? t('webhooks.facts.never') : <Ago instant={accepted.last_at} />;
  return (
    <Facts
      of={[
        [t('webhooks.facts.secret'), health.way === 'app' ? secret : undefined],
        [t('webhooks.facts.last'), last],
        [
          t('webhooks.facts.refused'),
          refused.last_at === null ? undefined : <Refused key="refused" refused={refused} />,
        ],
        [
          t('webhooks.facts.atRemote', { name: title }),
          wasAsked && remote ? <AtRemote key="remote" health={health} /> : undefined,
        ],
        [t('webhooks.facts.foundBy'), <FoundBy key="found" ways={health.found_by} />],
      ]}
    />
  );
}

function Refused({ refused }: { refused: WebhookHealth['refused'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { count, why = 'bad_signature' } = refused;
  return (
    <>
      {t('webhooks.refusals', { count, shown: format.number(count), why: t(`webhooks.why.${why}`) })}
      {' · '}
      {refused.last_at !== null && <Ago instant={refused.last_at} />}
    </>
  );
}

function AtRemote({ health: { remote, address } }: { health: WebhookHealth }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (remote === null) return null;
  const { state, deliveries } = remote;
  const parts: string[] = [t(`webhooks.subscription.${state}`)];
  if (deliveries) {
    const { arrived, failed, last_failure: failure } = deliveries;
    parts.push(t('webhooks.deliveries', { count: arrived, shown: format.number(arrived) }));
    if (failed > 0) parts.push(t('webhooks.failures', { count: failed, shown: format.number(failed) }));
    if (failure) {
      const { host } = new URL(address);
      const what =
        failure.answer === null ? t('webhooks.noAnswer', { host }) : t('webhooks.answered', { status: failure.answer });
      parts.push(t('webhooks.lastFailure', { what }));
    }
  }
  return parts.join(' · ');
}

function FoundBy({ ways }: { ways: WebhookHealth['found_by'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (ways.length === 0) return t('webhooks.foundBy.none');
  return ways
    .map(({ found_by: way, count }) => t(`webhooks.foundBy.${way}`, { count, shown: format.number(count) }))
    .join(' · ');
}
