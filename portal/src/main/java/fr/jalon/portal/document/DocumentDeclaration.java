package fr.jalon.portal.document;

import fr.jalon.portal.register.Declaration;
import fr.jalon.portal.register.Fate;
import fr.jalon.portal.register.Trace;
import fr.jalon.portal.register.Treatment;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who wrote a text, who gave a paper out: the treatments are those of the rooms that ask. */
@Component
class DocumentDeclaration implements Declaration {
  @Override
  public List<Treatment> treatments() {
    return List.of();
  }

  @Override
  public List<Trace> traces() {
    return List.of(
        Trace.kept(
            "papers",
            "document.paper",
            Fate.KEPT_FOR_ACCOUNTS,
            """
            select at, jsonb_build_object('name', author_name, 'title', title, 'file', scan_name) as data
            from document.paper
            where author_id = :id or nullif(:name, '') in (author_name, scan_author_name)
              or register.speaks_of(name || ' ' || title || ' ' || coalesce(scan_name, ''), :name)
              or register.speaks_of(name || ' ' || title || ' ' || coalesce(scan_name, ''), :email)
            """),
        Trace.kept(
            "season-texts",
            "document.text_version",
            Fate.KEPT_AS_PROOF,
            """
            select at, jsonb_build_object('name', author_name) as data from document.text_version
            where author_id = :id or author_name = nullif(:name, '')
              or register.speaks_of(text, :name) or register.speaks_of(text, :email)
            """));
  }
}
