import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { connectionsQuery } from '../connections/queries.js';
import { places } from './places.js';
import classes from './Shell.module.css';

/** The pages; marks Connections when an account needs somebody. */
export function NavLinks({ onFollow }: { onFollow: () => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(connectionsQuery);
  const isTroubled = data?.items.some(({ status }) => status === 'paused') ?? false;
  return (
    <Stack component="ul" gap={2} p={0} m={0} style={{ listStyle: 'none' }}>
      {places.map(({ to, key, icon: Icon }) => (
        <li key={to}>
          <Link to={to} className={classes.link} activeOptions={{ exact: to === '/' }} onClick={onFollow}>
            <Icon size={17} strokeWidth={1.8} aria-hidden />
            <span className={classes.words}>{t(`shell.places.${key}`)}</span>
            {key === 'connections' && isTroubled && (
              <span className={classes.mark} role="img" aria-label={t('shell.needsAttention')} />
            )}
          </Link>
        </li>
      ))}
    </Stack>
  );
}
