import PDFDocument from 'pdfkit';
import type { Document } from '../model/document.js';
import { money } from '../pricing/adjust.js';
import { countedItems, countedSections, itemTotal } from '../pricing/total-quote.js';
import { totalDocument } from '../pricing/total-document.js';
import { countedRows, rowSubtotal } from '../pricing/total-table.js';

type Line = { sku: string; name: string; qty: string; price: string; total: string };
type Pdf = InstanceType<typeof PDFDocument>;

const COLUMNS: [keyof Line, number, number][] = [
  ['sku', 50, 80],
  ['name', 130, 210],
  ['qty', 340, 50],
  ['price', 390, 75],
  ['total', 465, 80],
];

/** One or more A4 pages with what the document says. The same content gives the same bytes. */
export async function drawPdf(document: Document, options: { watermark?: string; sealed?: boolean }): Promise<Buffer> {
  const dated = document.date_completed ?? document.date_sent ?? document.content_date_modified;
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 50,
    info: { Title: document.name, CreationDate: new Date(dated) },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve) => pdf.once('end', resolve));
  const { watermark } = options;
  if (watermark) {
    drawWatermark(pdf, watermark);
    pdf.on('pageAdded', () => {
      drawWatermark(pdf, watermark);
    });
  }
  drawHead(pdf, document);
  drawPeople(pdf, document);
  drawFields(pdf, document);
  drawRows(pdf, document);
  if (options.sealed) pdf.moveDown().fontSize(8).text(`Sealed by PandaDoc. Document ${document.ref_number}.`, 50);
  pdf.end();
  await finished;
  return Buffer.concat(chunks);
}

function drawHead(pdf: Pdf, document: Document): void {
  pdf.fontSize(20).text(document.name);
  pdf.fontSize(10).text(`Status: ${document.status.replace('document.', '')}`);
  pdf.text(`Reference: ${document.ref_number}`);
  if (document.date_completed) pdf.text(`Completed: ${document.date_completed}`);
}

function drawPeople(pdf: Pdf, document: Document): void {
  pdf.moveDown().fontSize(12).text('Recipients').fontSize(10);
  for (const person of document.recipients) {
    const done = person.signature_date ? `signed ${person.signature_date}` : person.has_completed ? 'done' : 'open';
    pdf.text(`${person.first_name} ${person.last_name} <${person.email ?? person.phone}> ${person.role} - ${done}`);
  }
}

function drawFields(pdf: Pdf, document: Document): void {
  const filled = document.fields.flatMap(({ filled, value, title, name }) =>
    filled && typeof value !== 'object' ? [`${title || name}: ${value.toString()}`] : [],
  );
  if (filled.length === 0) return;
  pdf.moveDown().fontSize(12).text('Fields').fontSize(10);
  for (const line of filled) pdf.text(line);
}

function drawRows(pdf: Pdf, document: Document): void {
  const lines = linesOf(document);
  if (lines.length === 0) return;
  pdf.moveDown().fontSize(12).text('Products').fontSize(10);
  for (const line of [{ sku: 'SKU', name: 'Name', qty: 'Qty', price: 'Price', total: 'Total' }, ...lines]) {
    if (pdf.y > pdf.page.height - 90) pdf.addPage();
    const top = pdf.y;
    for (const [key, x, width] of COLUMNS) {
      pdf.text(line[key], x, top, { width: width - 5, height: 12, ellipsis: true, lineBreak: true });
    }
    pdf.y = top + 15;
  }
  pdf
    .moveDown()
    .fontSize(12)
    .text(`Total: ${totalDocument(document).toFixed(2)} ${document.currency}`, 50);
}

function linesOf(document: Document): Line[] {
  const rows = document.tables.flatMap(countedRows).map((row) => ({ ...row, total: money(rowSubtotal(row)) }));
  const items = document.quotes
    .flatMap(countedSections)
    .flatMap(countedItems)
    .map((item) => ({ ...item, total: money(itemTotal(item)) }));
  return [...rows, ...items].map(({ sku, name, qty, price, total }) => ({ sku, name, qty, price, total }));
}

function drawWatermark(pdf: Pdf, text: string): void {
  const { x, y } = pdf;
  pdf
    .save()
    .rotate(-45, { origin: [300, 420] })
    .fillOpacity(0.15)
    .fontSize(48);
  pdf.text(text, 60, 400, { width: 480, align: 'center' });
  pdf.restore().fontSize(10);
  pdf.x = x;
  pdf.y = y;
}
