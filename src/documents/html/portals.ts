/**
 * Where the portals of Vietnamese authorities keep a story: CSS selectors, the surest first. A new portal is one row.
 * Rows name the content system by which a page may be known to a reader; pages are matched by the selectors alone.
 */
export interface Portal {
  readonly name: string;
  /** the story's paragraphs */
  readonly body: readonly string[];
  readonly title: readonly string[];
  /** the abstract in bold above the story, where it stands outside `body` */
  readonly lead: readonly string[];
}

export const portals: readonly Portal[] = [
  {
    name: "NukeViet 4",
    body: ["#news-bodyhtml", ".bodytext"],
    title: ["h1[itemprop=headline]", "h1.title"],
    lead: [".hometext", ".bodytext-lead"],
  },
  {
    name: "Liferay 6",
    body: [
      ".asset-full-content .journal-content-article",
      ".asset-full-content .asset-content",
      ".journal-content-article",
      ".asset-full-content",
    ],
    title: [".asset-full-content .header-title", "h1.header-title", ".asset-title"],
    lead: [".asset-full-content .asset-summary"],
  },
  {
    name: "SharePoint",
    body: [
      ".ms-rtestate-field",
      ".newsContent",
      ".article-content .ExternalClass",
      "#DeltaPlaceHolderMain .ExternalClass",
    ],
    title: [".newsTitle", ".news-title", ".article-title"],
    lead: [".newsSummary", ".news-summary", ".article-byline"],
  },
  {
    name: "mojoPortal, DNN",
    body: [
      ".ArticleContent",
      "#divArticleContent",
      ".blogpost .blogtext",
      ".article-detail-content",
      ".DNNModuleContent .Normal",
    ],
    title: [".ArticleHeadline", ".ArticleTitle", ".blogtitle"],
    lead: ["#divArticleDescription", ".ArticleSummary", ".ArticleDescription"],
  },
  {
    name: "VNPT portal",
    body: [
      ".noidung-baiviet",
      ".article-body",
      ".detail-content",
      ".news-detail-content",
      ".chitiet-noidung",
      ".content-detail",
      ".noi-dung",
    ],
    title: [".tieude-baiviet", ".detail-title", ".news-detail-title", ".title-detail"],
    lead: [".trichdan", ".tomtat", ".detail-sapo", ".sapo"],
  },
  {
    name: "Hue portals",
    body: [".ChiTietTin", ".noidungtin", "#noidung", ".NoiDung"],
    title: [".TieuDeTin", ".tieudetin", ".TieuDe"],
    lead: [".TrichYeuTin", ".TomTat"],
  },
  {
    name: "IBM WebSphere",
    body: [".wpthemeControlBody .article-content", ".wcm-content", ".lotusContent .content"],
    title: [".wcm-title", ".lotusTitle"],
    lead: [],
  },
  {
    name: "WordPress",
    body: [".entry-content", ".post-content", ".td-post-content"],
    title: ["h1.entry-title", ".entry-title", ".post-title"],
    lead: [".entry-summary"],
  },
  {
    name: "Drupal",
    body: [".field-name-body", ".node-content .field--name-body", ".field--name-body", ".node .content"],
    title: ["h1.page-title", "h1#page-title", ".node-title"],
    lead: [".field-name-field-summary"],
  },
  {
    name: "schema.org and HTML 5",
    body: ["[itemprop=articleBody]", "article"],
    title: ["[itemprop=headline]", "article h1"],
    lead: [],
  },
];

/** Words in the class or id of blocks that are never a story, compared with whole parts of the name. */
export const furnitureNames: readonly string[] = [
  ...["breadcrumb", "breadcrumbs", "share", "social", "socialicon", "sharing", "addthis", "rating", "ratings", "vote"],
  ...["related", "othernews", "tinkhac", "tinlienquan", "lienquan", "comment", "comments", "idcomment", "binhluan"],
  ...[
    "pagination",
    "paging",
    "pager",
    "search",
    "toolbar",
    "sidebar",
    "widget",
    "weather",
    "thoitiet",
    "menu",
    "navbar",
    "nav",
  ],
  ...[
    "breadcrumb",
    "banner",
    "popup",
    "modal",
    "login",
    "footer",
    "counter",
    "poll",
    "advertise",
    "quangcao",
    "tags",
    "keywords",
  ],
];

/** Blocks of which a list of stories is made: several of them and no story make a page a list. */
export const abstractSelectors: readonly string[] = [
  ...[
    ".asset-abstract",
    ".news-item",
    ".item-news",
    ".list-news li",
    ".blogpost",
    "article.post",
    ".news_column .news-content",
  ],
  ...[".views-row", ".ListNews li", ".dsTin li", ".media-news"],
];
