import { Badge, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import ExternalIcon from 'lucide-react/icons/external-link';
import FlaskIcon from 'lucide-react/icons/flask-conical';
import { useTranslation } from 'react-i18next';
import { ChangeList } from '../changes/ChangeList.js';
import { sandboxConsole } from '../connections/sandbox-console.js';
import { useConnectSandbox } from '../connections/use-connect-sandbox.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { Said } from '../texts/Said.js';
import { outcomeOf } from './outcome-of-runs.js';
import { sampleTemplate } from './sample-template.js';
import { SampleButton } from './SampleButton.js';
import type { Home } from './use-progress.js';

const SHOWN_TEMPLATES = 6;

export function ConnectStep() {
  const { t } = useTranslation();
  const connect = useConnectSandbox();
  return (
    <Stack gap="sm">
      <Text>{t('start.steps.connect.text')}</Text>
      <Group gap="xs">
        <Button
          leftSection={<FlaskIcon size={16} aria-hidden />}
          loading={connect.isPending}
          onClick={() => {
            connect.mutate();
          }}
        >
          {t('connections.sandbox.action')}
        </Button>
        <Button variant="default" component={Link} to="/connections">
          {t('start.steps.connect.real')}
        </Button>
      </Group>
      {connect.isError && <FailureNotice error={connect.error} title={t('connections.sandbox.failed')} />}
    </Stack>
  );
}

export function TemplatesStep({ home: { templates, templatesError } }: { home: Home }) {
  const { t } = useTranslation();
  if (templatesError) return <FailureNotice error={templatesError} title={t('matrix.notConnected')} />;
  if (templates.length === 0) return <Text>{t('start.steps.templates.none')}</Text>;
  const more = templates.length - SHOWN_TEMPLATES;
  return (
    <Group gap={6}>
      {templates.slice(0, SHOWN_TEMPLATES).map(({ id, name }) => (
        <Badge key={id} color="gray" size="lg" fw={500}>
          {name}
        </Badge>
      ))}
      {more > 0 && <Text c="dimmed">{t('start.steps.templates.more', { count: more })}</Text>}
    </Group>
  );
}

export function SwitchOnStep() {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" align="flex-start">
      <Text>{t('start.steps.switchOn.text')}</Text>
      <Button component={Link} to="/templates">
        {t('start.steps.switchOn.action')}
      </Button>
    </Stack>
  );
}

export function PlayStep({ home: { connections, templates } }: { home: Home }) {
  const { t } = useTranslation();
  const address = sandboxConsole(connections);
  const template = sampleTemplate(templates);
  if (address === undefined) return <Text>{t('start.steps.play.real')}</Text>;
  return (
    <Stack gap="sm" align="flex-start">
      <Text>{t('start.steps.play.sandbox')}</Text>
      {template ? (
        <SampleButton templateId={template.id}>
          <ConsoleButton address={address} />
        </SampleButton>
      ) : (
        <ConsoleButton address={address} />
      )}
    </Stack>
  );
}

function ConsoleButton({ address }: { address: string }) {
  const { t } = useTranslation();
  return (
    <Button
      component="a"
      variant="default"
      href={address}
      target="_blank"
      rel="noopener"
      rightSection={<ExternalIcon size={15} aria-hidden />}
    >
      {t('start.steps.play.yourself')}
    </Button>
  );
}

/** The changes of the latest run that made any. */
export function WatchStep({ home }: { home: Home }) {
  const { t } = useTranslation();
  const { effects } = home;
  const [latest] = effects;
  if (!latest) return <NothingYet home={home} />;
  const changes = effects.filter(({ run_id }) => run_id === latest.run_id).toReversed();
  return (
    <Stack gap="sm" align="flex-start">
      <Text>{t('start.steps.watch.text')}</Text>
      <Panel flush w="100%">
        <ChangeList changes={changes} />
      </Panel>
      {latest.deal_id !== null && (
        <Button variant="default" component={Link} to={`/ledger/deals/${latest.deal_id}`}>
          {t('start.steps.watch.ledger')}
        </Button>
      )}
    </Stack>
  );
}

/** Runs there were, but none has changed anything: what they are at, or what to do about it. */
function NothingYet({ home }: { home: Home }) {
  const { t } = useTranslation();
  const outcome = outcomeOf(home.runs);
  if (outcome.kind === 'working')
    return (
      <Group gap="sm" role="status">
        <Loader size="sm" aria-hidden />
        <Text>{t('start.steps.watch.working')}</Text>
      </Group>
    );
  if (outcome.kind === 'unchanged')
    return (
      <Stack gap="sm">
        <Text>{t('start.steps.watch.unchanged')}</Text>
        <PlayStep home={home} />
      </Stack>
    );
  const { id, error } = outcome.run;
  return (
    <Notice
      tone="bad"
      title={t('start.steps.watch.failed')}
      action={
        <Button variant="default" size="xs" component={Link} to={`/runs/${id}`}>
          {t('start.steps.watch.run')}
        </Button>
      }
    >
      <Said text={error?.message ?? null} />
    </Notice>
  );
}
