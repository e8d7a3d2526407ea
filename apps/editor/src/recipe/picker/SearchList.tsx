import { ScrollArea, Text, TextInput, UnstyledButton } from '@mantine/core';
import SearchIcon from 'lucide-react/icons/search';
import { Fragment, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { foundByWords, type Line } from './found-by-words.js';
import classes from './SearchList.module.css';

interface SearchListProps<Kind extends Line> {
  lines: readonly Kind[];
  /** What is searched: "Steps". */
  label: string;
  /** At the left of a line. */
  mark?: (line: Kind) => ReactNode;
  /** At the right of a line. */
  hint?: (line: Kind) => ReactNode;
  onChoose: (line: Kind) => void;
}

/** More lines than anybody reads; typing finds the others. */
const SHOWN = 80;

/** Lines in groups, to be searched by words and chosen by mouse or keyboard. The focus stays in the field. */
export function SearchList<Kind extends Line>({ lines, label, mark, hint, onChoose }: SearchListProps<Kind>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => foundByWords(lines, typed).slice(0, SHOWN), [lines, typed]);
  const current = found[Math.min(at, found.length - 1)];

  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      const next = Math.min(Math.max(at + by, 0), found.length - 1);
      setAt(next);
      list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      onChoose(current);
    }
  };

  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={current && `${id}-${current.key}`}
        aria-label={label}
        placeholder={label}
        leftSection={<SearchIcon size={16} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ScrollArea.Autosize mah="56vh" mt="sm" viewportRef={list} viewportProps={{ tabIndex: -1 }}>
        <div role="listbox" id={id} aria-label={label}>
          {found.map((line, place) => (
            <Fragment key={line.key}>
              {line.group !== '' && found[place - 1]?.group !== line.group && (
                <Text size="xs" fw={600} c="dimmed" className={classes.group} role="presentation">
                  {line.group}
                </Text>
              )}
              <UnstyledButton
                role="option"
                id={`${id}-${line.key}`}
                aria-selected={line === current}
                tabIndex={-1}
                className={classes.line}
                onClick={() => {
                  onChoose(line);
                }}
              >
                {mark?.(line)}
                <span className={classes.words}>
                  <span className={classes.title}>{line.title}</span>
                  {line.about !== '' && <span className={classes.about}>{line.about}</span>}
                </span>
                {hint?.(line)}
              </UnstyledButton>
            </Fragment>
          ))}
        </div>
        {found.length === 0 && (
          <Text c="dimmed" ta="center" py="xl">
            {t('recipe.picker.nothing', { typed })}
          </Text>
        )}
      </ScrollArea.Autosize>
    </>
  );
}
