import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useFormat } from '../../format/use-format.js';

const EVERY_MS = 1_000;

/** How long something has been going on, second by second. Not read out: it would never stop. */
export function Elapsed({ since }: { since: string }) {
  const format = useFormat();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  return (
    <Text span size="sm" c="dimmed" className="numbers" aria-hidden>
      {format.duration(seconds * 1000)}
    </Text>
  );
}
