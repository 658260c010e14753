// Raw HTML is shown as text by our Markdown, so the parsers of HTML, CSS and JavaScript stay out of the bundle.
export const html = () => ({ support: [], language: { parser: null } });
export const htmlCompletionSource = () => null;
