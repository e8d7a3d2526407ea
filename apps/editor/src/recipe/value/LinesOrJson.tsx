import { Button, Group, Text } from '@mantine/core';
import BracesIcon from 'lucide-react/icons/braces';
import { useTranslation } from 'react-i18next';

interface LinesOrJsonProps {
  label: string;
  isJson: boolean;
  onChange: (isJson: boolean) => void;
}

/** The head of what is shown line by line or as the JSON that the recipe holds. */
export function LinesOrJson({ label, isJson, onChange }: LinesOrJsonProps) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" mb={6}>
      <Text size="sm" fw={550}>
        {label}
      </Text>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={<BracesIcon size={13} aria-hidden />}
        aria-pressed={isJson}
        onClick={() => {
          onChange(!isJson);
        }}
      >
        {t(isJson ? 'recipe.condition.asLines' : 'recipe.condition.asJson')}
      </Button>
    </Group>
  );
}
