package io.attune.aptitude;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How a customer speaks of a fault or a step: each way counts once in a message, a second instance adds a little. */
final class Skills {
    private static final double SECOND = 1.3;
    private static final double NEXT_TO_STRONG = .25;
    private static final double NEXT_TO_HELPLESS = .5;

    private final SkillBook book;

    Skills(SkillBook book) {
        this.book = book;
    }

    void observe(String text, Said said, Terms.Found named, List<Observation> observations) {
        Map<Skill, List<String>> found = found(text, said);
        boolean strong =
                named == Terms.Found.OF_THE_TRADE || found.keySet().stream().anyMatch(Skill::isStrongSign);
        boolean helpless = found.containsKey(Skill.SELF_NOVICE)
                || found.containsKey(Skill.HELPLESS)
                || found.containsKey(Skill.ASKS_MEANING);
        found.forEach((skill, words) -> {
            boolean spoilt = named == Terms.Found.AGAINST_ITS_MEANING && skill.isStrongSign();
            double weight = skill.information()
                    * (words.size() > 1 ? SECOND : 1)
                    * (strong && !helpless && skill.isWeakSign() ? NEXT_TO_STRONG : 1)
                    * (helpless && skill.value() > 0 ? NEXT_TO_HELPLESS : 1);
            if (!spoilt) {
                observations.add(Observation.of(
                        skill.sentence() + ": " + words.getFirst(),
                        LanguageEvidence.KIND,
                        skill.value(),
                        weight,
                        said.seq()));
            }
        });
    }

    private Map<Skill, List<String>> found(String text, Said said) {
        List<String> echo = said.echo().stream()
                .map(heard -> " " + String.join(" ", PlainTokens.of(heard, said.language())) + " ")
                .toList();
        Map<Skill, List<String>> found = new EnumMap<>(Skill.class);
        for (SkillBook.Hit hit : book.find(PlainTokens.of(text, said.language()), said.language())) {
            String words = String.join(" ", hit.words());
            if (echo.stream().noneMatch(heard -> heard.contains(" " + words + " "))) {
                found.computeIfAbsent(hit.skill(), any -> new ArrayList<>()).add(words);
            }
        }
        return found;
    }
}
