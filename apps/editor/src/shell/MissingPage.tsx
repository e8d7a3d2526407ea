import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import MapIcon from 'lucide-react/icons/map';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/Empty.js';

/** An address that leads nowhere. */
export function MissingPage() {
  const { t } = useTranslation();
  return (
    <Empty
      isPage
      icon={MapIcon}
      title={t('shell.missing.title')}
      text={t('shell.missing.text')}
      action={
        <Button variant="default" component={Link} to="/">
          {t('shell.missing.action')}
        </Button>
      }
    />
  );
}
