/* Before anything is painted: the theme that was chosen here, else the one of the system. */
(function () {
  var chosen;
  try {
    chosen = localStorage.getItem('tandem.color-scheme');
  } catch {
    chosen = null;
  }
  var isDark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
})();
