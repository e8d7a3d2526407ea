import { Button, type ButtonProps } from '@mantine/core';
import PlusIcon from 'lucide-react/icons/plus';

interface AddButtonProps extends Pick<ButtonProps, 'disabled'> {
  /** What is read aloud, where the words that stand on it say too little. */
  name?: string;
  children: string;
  onAdd: () => void;
}

/** Adds a part to what holds several. */
export const AddButton = ({ name, children, onAdd, disabled }: AddButtonProps) => (
  <Button
    variant="default"
    size="xs"
    aria-label={name}
    disabled={disabled ?? false}
    leftSection={<PlusIcon size={14} aria-hidden />}
    onClick={onAdd}
  >
    {children}
  </Button>
);
