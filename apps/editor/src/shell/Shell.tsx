import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveUpdates } from '../live/use-live-updates.js';
import { Toaster } from '../parts/Toaster.js';
import { AwayBanner } from './AwayBanner.js';
import { Brand } from './Brand.js';
import { NavLinks } from './NavLinks.js';
import { Preferences } from './Preferences.js';
import classes from './Shell.module.css';
import { useFocusOnPage } from './use-focus-on-page.js';

const NARROW = 'sm';

/** The frame of every page. */
export function Shell() {
  const { t } = useTranslation();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const main = useRef<HTMLElement>(null);
  useFocusOnPage(main);
  useLiveUpdates();
  return (
    <AppShell
      padding="xl"
      navbar={{ width: 216, breakpoint: NARROW, collapsed: { mobile: !isOpen } }}
      header={{ height: { base: 52, [NARROW]: 0 } }}
    >
      <a href="#main" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <AppShell.Header className={classes.header} hiddenFrom={NARROW}>
        <Group h="100%" px="md" gap="sm">
          <Burger
            size="sm"
            opened={isOpen}
            onClick={toggle}
            aria-label={t(isOpen ? 'shell.closeMenu' : 'shell.openMenu')}
          />
          <strong>Tandem</strong>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} p="sm" aria-label={t('shell.navigation')}>
        <AppShell.Section grow>
          <Link to="/" className={classes.brand} onClick={close}>
            <Brand />
            <span className={classes.words}>Tandem</span>
          </Link>
          <NavLinks onFollow={close} />
        </AppShell.Section>
        <AppShell.Section>
          <Preferences />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <div className={classes.page}>
          <AwayBanner />
          <Outlet />
        </div>
      </AppShell.Main>
      <Toaster />
    </AppShell>
  );
}
