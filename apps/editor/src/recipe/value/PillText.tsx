import { Textarea, type TextareaProps } from '@mantine/core';
import { useRef } from 'react';
import { splitAtPills } from './template-text.js';
import classes from './value.module.css';

type PillTextProps = Omit<TextareaProps, 'value'> & { value: string };

/**
 * Text to be typed, with a colour behind every `{{pill}}` in it: a copy of the text lies below, of which only that is
 * seen.
 */
export function PillText({ value, ...rest }: PillTextProps) {
  const below = useRef<HTMLDivElement>(null);
  return (
    <div className={classes.pillText}>
      <div ref={below} className={classes.below} aria-hidden>
        {splitAtPills(value).map(({ text, isPill }, index) => (isPill ? <mark key={index}>{text}</mark> : text))}
      </div>
      <Textarea
        {...rest}
        value={value}
        classNames={{ input: classes.above }}
        onScroll={({ currentTarget: { scrollTop } }) => {
          below.current?.scrollTo({ top: scrollTop });
        }}
      />
    </div>
  );
}
