package io.attune.handoff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.attune.handoff.store.CaseStore;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why conversations were handed over, and how that went. */
@Singleton
public class Reasons {
    private final CaseStore cases;

    Reasons(CaseStore cases) {
        this.cases = cases;
    }

    /** @param share of all handoffs, 0..1 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(
            String code,
            int count,
            double share,
            @JsonUnwrapped Tally tally) {}

    public record Day(LocalDate day, int count, Map<String, Long> reasons) {}

    public record WrapUps(String code, long count) {}

    /** @param days those with handoffs alone, in UTC */
    public record Report(
            LocalDate from, LocalDate to, int total, List<Reason> reasons, List<Day> days, List<WrapUps> wrapups) {}

    /** Both days included, in UTC. The commonest reason first. */
    public Report between(LocalDate from, LocalDate to) {
        List<Case> all = cases.requestedBetween(
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return new Report(from, to, all.size(), reasons(all), days(all), wrapUps(all));
    }

    private static List<Reason> reasons(List<Case> all) {
        return all.stream()
                .collect(Collectors.groupingBy(Case::reason, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> new Reason(
                        one.getKey(),
                        one.getValue().size(),
                        Math.round(1000.0 * one.getValue().size() / all.size()) / 1000.0,
                        Tally.of(one.getValue())))
                .sorted(Comparator.comparingInt(Reason::count).reversed())
                .toList();
    }

    private static List<Day> days(List<Case> all) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        one -> one.requestedAt().atOffset(ZoneOffset.UTC).toLocalDate(),
                        TreeMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(day -> new Day(day.getKey(), day.getValue().size(), counted(day.getValue(), Case::reason)))
                .toList();
    }

    private static List<WrapUps> wrapUps(List<Case> all) {
        return counted(all.stream().filter(one -> one.code() != null).toList(), one -> String.valueOf(one.code()))
                .entrySet()
                .stream()
                .map(one -> new WrapUps(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingLong(WrapUps::count).reversed())
                .toList();
    }

    private static Map<String, Long> counted(List<Case> cases, Function<Case, String> by) {
        return cases.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }
}
