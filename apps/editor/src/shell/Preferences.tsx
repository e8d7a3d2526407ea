import { ActionIcon, Group, Menu, Tooltip, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import BookIcon from 'lucide-react/icons/book-open';
import CheckIcon from 'lucide-react/icons/check';
import LanguagesIcon from 'lucide-react/icons/languages';
import MonitorIcon from 'lucide-react/icons/monitor';
import MoonIcon from 'lucide-react/icons/moon';
import SunIcon from 'lucide-react/icons/sun';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../texts/languages.js';
import { chooseLanguage } from '../texts/start-texts.js';
import classes from './Shell.module.css';

const SCHEMES = [
  ['light', SunIcon],
  ['dark', MoonIcon],
  ['auto', MonitorIcon],
] as const satisfies readonly (readonly [MantineColorScheme, typeof SunIcon])[];

const NAMES = { en: 'English', fr: 'Français' };

/** Theme, language and the description of the API. */
export function Preferences() {
  const { t } = useTranslation();
  return (
    <Group gap={4} px={4} className={classes.preferences}>
      <SchemeMenu />
      <LanguageMenu />
      <Tooltip label={t('shell.api')}>
        <ActionIcon component="a" href="/api/docs" target="_blank" rel="noopener" aria-label={t('shell.api')}>
          <BookIcon size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

function SchemeMenu() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [, Current] = SCHEMES.find(([scheme]) => scheme === colorScheme) ?? SCHEMES[2];
  return (
    <Menu position="top-start">
      <Menu.Target>
        <ActionIcon aria-label={t('shell.theme.label')}>
          <Current size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {SCHEMES.map(([scheme, Icon]) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={15} aria-hidden />}
            rightSection={scheme === colorScheme && <CheckIcon size={14} aria-label={t('common.chosen')} />}
            onClick={() => {
              setColorScheme(scheme);
            }}
          >
            {t(`shell.theme.${scheme}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function LanguageMenu() {
  const { t, i18n } = useTranslation();
  return (
    <Menu position="top-start">
      <Menu.Target>
        <ActionIcon aria-label={t('shell.language')}>
          <LanguagesIcon size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={language === i18n.language && <CheckIcon size={14} aria-label={t('common.chosen')} />}
            onClick={() => void chooseLanguage(language)}
          >
            {NAMES[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
