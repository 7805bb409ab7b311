/** The cookie that a screen sets for the moment in which it re-reads itself: nobody is sitting there just because news came in. */
export const quietCookie = "quiet";
