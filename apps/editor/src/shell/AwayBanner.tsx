import { Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import CloudOffIcon from 'lucide-react/icons/cloud-off';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { healthLive } from '../api/generated/sdk.gen.js';
import { reachability } from '../api/query-client.js';
import classes from './AwayBanner.module.css';

const ASK_EVERY_MS = 2_000;

/** Says that the server does not answer, asks until it does, and then brings the page up to date. */
export function AwayBanner() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const isAway = useSyncExternalStore(reachability.subscribe, reachability.isAway);
  const { refetch } = useQuery({
    queryKey: ['live'],
    queryFn: ({ signal }) => healthLive({ signal }),
    enabled: isAway,
    refetchInterval: ASK_EVERY_MS,
    refetchIntervalInBackground: true,
    gcTime: 0,
    retry: false,
  });
  useEffect(() => {
    if (!isAway) return;
    return () => {
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'live' });
    };
  }, [isAway, queryClient]);

  return (
    <div role="status" className={classes.place}>
      {isAway && (
        <div className={classes.banner}>
          <CloudOffIcon size={17} aria-hidden />
          <Text flex={1}>{t('shell.away')}</Text>
          <Button size="compact-sm" variant="default" onClick={() => void refetch()}>
            {t('shell.tryNow')}
          </Button>
        </div>
      )}
    </div>
  );
}
