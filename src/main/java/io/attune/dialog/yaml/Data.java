package io.attune.dialog.yaml;

import io.attune.dialog.DataUse;
import io.attune.dialog.FaultKind;
import io.attune.message.Language;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What dialogs may name of a customer and a line, as {@code data.yaml} declares it: the line tests, and the customer's data under
 * the purpose that it is used for. Without such a file every name goes. It also says in which languages every text is due: English,
 * which stands in where another lacks, and those listed; English and Spanish where none are.
 */
final class Data {
    static final String FILE = "data.yaml";
    static final String TESTS = "line tests";
    static final String LANGUAGES = "languages";

    /** What names stand under. */
    static final List<String> KINDS =
            Stream.concat(Stream.of(TESTS), DataUse.PURPOSES.stream()).toList();

    private static final List<String> SECTIONS =
            Stream.concat(Stream.of(LANGUAGES), KINDS.stream()).toList();

    private final Map<String, String> declared = new LinkedHashMap<>();
    private Set<Language> due = EnumSet.of(Language.EN, Language.ES);

    /** Where a table looks for a value. */
    enum Source {
        TESTS,
        CUSTOMER,
        EITHER
    }

    void read(Node root, Faults faults) {
        Section section = Section.of(root, "the file", faults);
        if (section.find(LANGUAGES).isPresent()) {
            languages(section, faults);
        }
        section.values().keySet().stream()
                .filter(kind -> !kind.equals(LANGUAGES))
                .forEach(kind -> names(section, kind, faults));
    }

    private void names(Section section, String kind, Faults faults) {
        if (!KINDS.contains(kind)) {
            faults.unknown(section.key(kind), FaultKind.UNKNOWN_PURPOSE, "the purpose", kind, SECTIONS);
        }
        section.words(kind).forEach(name -> {
            String other = declared.put(name.getValue(), kind);
            if (other != null) {
                faults.add(
                        name,
                        FaultKind.DUPLICATE_KEY,
                        "'" + name.getValue() + "' stands under '" + other + "' already; remove one");
            }
        });
    }

    private void languages(Section section, Faults faults) {
        due = EnumSet.of(Language.EN);
        section.words(LANGUAGES).forEach(code -> {
            Optional<Language> language = Stream.of(Language.values())
                    .filter(one -> one.code().equals(code.getValue()))
                    .findFirst();
            language.ifPresent(due::add);
            if (language.isEmpty()) {
                faults.unknown(code, FaultKind.UNKNOWN_LANGUAGE, "the language", code.getValue(), TextReader.LANGUAGES);
            }
        });
    }

    /** Whether every text has to be there in this language. */
    boolean isDue(Language language) {
        return due.contains(language);
    }

    /** A table or a check looks at a value. */
    void uses(String name, Source source, int line, Faults faults) {
        boolean isTest = TESTS.equals(declared.get(name));
        if (!knows(name)) {
            faults.add(
                    line,
                    FaultKind.UNDECLARED_DATA,
                    "'" + name + "' is read, but " + FILE + " declares it for no purpose" + hint(name));
        } else if (!declared.isEmpty() && (source == Source.TESTS && !isTest || source == Source.CUSTOMER && isTest)) {
            faults.add(
                    line,
                    FaultKind.UNDECLARED_DATA,
                    "'" + name + "' is "
                            + (isTest
                                    ? "a line test; read it under 'diagnostics'"
                                    : "no line test; read it under 'profile'"));
        }
    }

    /** A text names a value. */
    void says(String name, int line, Faults faults) {
        if (!knows(name)) {
            faults.add(
                    line,
                    FaultKind.UNKNOWN_PLACEHOLDER,
                    "nothing fills {" + name + "}; it is neither in " + FILE + " nor a value of this dialog"
                            + hint(name));
        }
    }

    private boolean knows(String name) {
        return declared.isEmpty() || declared.containsKey(name);
    }

    private String hint(String name) {
        return Faults.nearest(name, declared.keySet())
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; declare it there, or name another");
    }
}
