package fr.jalon.portal.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What French words have in common with their plurals, feminines and verbs: "arbr" of "arbres". */
@Component
class Stems {
  private final JdbcClient jdbc;

  Stems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The stem of each folded word; words that say nothing have none, codes are their own. */
  Map<String, String> of(Collection<String> words) {
    Set<String> distinct = new TreeSet<>(words);
    Map<String, String> stems = new HashMap<>();
    if (!distinct.isEmpty()) {
      jdbc.sql(
              """
              select word, case when word ~ '[0-9]' then word else (ts_lexize('french_stem', word))[1] end as stem
              from unnest(:words) as word
              """)
          .param("words", distinct.toArray(String[]::new))
          .query(
              row -> {
                String stem = row.getString("stem");
                if (stem != null) {
                  stems.put(row.getString("word"), stem);
                }
              });
    }
    return stems;
  }
}
