import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endsBeforeItBegins, fromFields, isOpen, SPANS, toFields, type Period } from '../format/period.js';
import classes from './PeriodChoices.module.css';

interface PeriodChoicesProps {
  period: Period;
  onChoose: (period: Period) => void;
}

/** What is asked for most with one press; anything else by day and time. */
export function PeriodChoices({ period, onChoose }: PeriodChoicesProps) {
  const { t } = useTranslation();
  const choice = (chosen: Period, isChosen: boolean) => (
    <Button
      key={chosen.last ?? 'any'}
      variant={isChosen ? 'light' : 'subtle'}
      color="gray"
      justify="flex-start"
      fw={isChosen ? 600 : 400}
      aria-pressed={isChosen}
      onClick={() => {
        onChoose(chosen);
      }}
    >
      {t(`common.period.${chosen.last ?? 'any'}`)}
    </Button>
  );
  return (
    <div className={classes.choices}>
      <div className={classes.spans}>
        {choice({}, isOpen(period))}
        {SPANS.map((last) => choice({ last }, period.last === last))}
      </div>
      <Bounds period={period} onChoose={onChoose} />
    </div>
  );
}

function Bounds({ period, onChoose }: PeriodChoicesProps) {
  const { t } = useTranslation();
  const [fields, setFields] = useState({ from: toFields(period.from), to: toFields(period.to) });
  const [wasTried, setWasTried] = useState(false);
  const [from, to] = [fromFields(fields.from), fromFields(fields.to)];
  const entered: Period = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const isBackwards = endsBeforeItBegins(entered);
  return (
    <form
      noValidate
      className={classes.bounds}
      onSubmit={(event) => {
        event.preventDefault();
        setWasTried(true);
        if (!isBackwards) onChoose(entered);
      }}
    >
      {(['from', 'to'] as const).map((end) => (
        <div key={end} className={classes.bound}>
          <Text size="sm" c="dimmed" aria-hidden>
            {t(`common.period.${end}`)}
          </Text>
          {(['day', 'time'] as const).map((part) => (
            <TextInput
              key={part}
              type={part === 'day' ? 'date' : 'time'}
              aria-label={`${t(`common.period.${end}`)}${t('common.colon')}${t(`common.period.${part}`)}`}
              error={wasTried && isBackwards && end === 'to'}
              value={fields[end][part]}
              onChange={({ currentTarget: { value } }) => {
                setFields({ ...fields, [end]: { ...fields[end], [part]: value } });
              }}
            />
          ))}
        </div>
      ))}
      {wasTried && isBackwards ? (
        <Text size="sm" c="error" role="alert">
          {t('common.period.backwards')}
        </Text>
      ) : (
        <Text size="sm" c="dimmed">
          {t('common.period.zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
        </Text>
      )}
      <Button type="submit" ml="auto">
        {t('common.period.apply')}
      </Button>
    </form>
  );
}
