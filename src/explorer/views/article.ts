/** An article, where the reader has it at hand: the whole text, its passages leading to statements. */
import { articlePage } from '../../document/article.ts';
import { outletLabel } from '../../document/labels.ts';
import { goBack } from '../trail.ts';
import { to } from '../updates.ts';
import { ofRecord } from './record.ts';
import type { View } from './view.ts';

/** `id` is that of the source. */
type ArticlePlace = { view: 'article'; id: string };

export const article: View<ArticlePlace, { id: string }> = {
  ...ofRecord('article', 'source'),
  title: ({ id }, library) => `${outletLabel(library.source(id))}, article`,
  unfiltered: 'An article is shown whole.',
  content: ({ id }, _columns, telling) => ({
    blocks: articlePage(telling.library.source(id), telling),
  }),
  panes: () => 2,
  actions: { article: { run: ({ state }) => to(goBack(state)) } },
};
