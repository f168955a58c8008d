package fr.jalon.portal.privacy;

import fr.jalon.portal.register.Declaration;
import fr.jalon.portal.register.Retention;
import fr.jalon.portal.register.Trace;
import fr.jalon.portal.register.Treatment;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** All that the rooms declare. */
@Service
public class Register {
  private final List<Treatment> treatments;
  private final List<Trace> traces;
  private final List<Retention> retentions;

  Register(List<Declaration> declarations) {
    treatments =
        declarations.stream()
            .flatMap(one -> one.treatments().stream())
            .sorted(Comparator.comparing(Treatment::key))
            .toList();
    traces = declarations.stream().flatMap(one -> one.traces().stream()).toList();
    retentions = declarations.stream().flatMap(one -> one.retentions().stream()).toList();
  }

  /** By key. */
  public List<Treatment> treatments() {
    return treatments;
  }

  /** Room by room. */
  public List<Trace> traces() {
    return traces;
  }

  /** Room by room, in the order in which they are applied. */
  public List<Retention> retentions() {
    return retentions;
  }

  /** The rules of one treatment. */
  List<Retention.Rule> rules(Treatment treatment) {
    return retentions.stream()
        .map(Retention::rule)
        .filter(rule -> rule.treatment().equals(treatment.key()))
        .toList();
  }
}
