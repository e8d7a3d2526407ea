import { Input, InputBase, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import CalendarIcon from 'lucide-react/icons/calendar-clock';
import ChevronIcon from 'lucide-react/icons/chevrons-up-down';
import { useTranslation } from 'react-i18next';
import { isOpen, type Period } from '../format/period.js';
import { usePeriodText } from '../format/use-period-text.js';
import { PeriodChoices } from './PeriodChoices.js';

interface PeriodFieldProps {
  period: Period;
  onChange: (period: Period) => void;
  /** Where it stands among others. */
  className?: string | undefined;
}

/** Of when things are shown: the last hour, today, …, or from and to by day and time. */
export function PeriodField({ period, onChange, className }: PeriodFieldProps) {
  const { t } = useTranslation();
  const textOf = usePeriodText();
  const [isChoosing, choosing] = useDisclosure(false);
  const text = textOf(period);
  return (
    <Popover
      opened={isChoosing}
      onChange={choosing.set}
      position="bottom-end"
      shadow="md"
      width={500}
      trapFocus
      returnFocus
      floatingStrategy="fixed"
      withinPortal={false}
    >
      <Popover.Target>
        <InputBase
          component="button"
          type="button"
          pointer
          className={className}
          aria-label={`${t('common.period.label')}${t('common.colon')}${text}`}
          leftSection={<CalendarIcon size={16} aria-hidden />}
          rightSection={<ChevronIcon size={15} aria-hidden />}
          rightSectionPointerEvents="none"
          onClick={choosing.toggle}
        >
          {isOpen(period) ? <Input.Placeholder>{text}</Input.Placeholder> : text}
        </InputBase>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('common.period.label')} p={0}>
        <PeriodChoices
          period={period}
          onChoose={(chosen) => {
            choosing.close();
            onChange(chosen);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
