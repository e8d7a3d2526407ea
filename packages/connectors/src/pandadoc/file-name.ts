const LONGEST = 150;

/** A file name that every system takes: "Offer 1/2" is "Offer 1-2.pdf". */
export function pdfName(documentName: string): string {
  const bare = documentName.replace(/\.pdf$/i, '');
  // eslint-disable-next-line no-control-regex -- control characters are what must go
  const clean = bare.replace(/[\u0000-\u001f\u007f]/g, '').replace(/[\\/:*?"<>|]/g, '-');
  const short = clean.slice(0, LONGEST).toWellFormed().trim().replace(/^\.+/, '');
  return `${short === '' ? 'document' : short}.pdf`;
}
