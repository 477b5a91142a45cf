// SPDX-License-Identifier: MPL-2.0
#include "script_queue.h"

#include <gtest/gtest.h>

using namespace kea_policy;

namespace {

ScriptJobPtr job(const std::string& client, const std::string& argument = "") {
    auto made = std::make_shared<ScriptJob>();
    made->client = client;
    made->argument = argument;
    return made;
}

TEST(ScriptQueue, letsSoManyRunAtOnce) {
    ScriptQueue queue(2, 10);
    for (const char* client : {"a", "b", "c"}) {
        queue.add(job(client));
    }
    const ScriptJobPtr a = queue.next();
    const ScriptJobPtr b = queue.next();
    EXPECT_EQ(a->client, "a");
    EXPECT_EQ(b->client, "b");
    EXPECT_EQ(queue.next(), nullptr);
    EXPECT_EQ(queue.running(), 2u);
    EXPECT_EQ(queue.waiting(), 1u);
    queue.done(*b);
    EXPECT_EQ(queue.next()->client, "c");
}

TEST(ScriptQueue, keepsTheOrderOfEachClient) {
    ScriptQueue queue(3, 10);
    for (const auto& [client, argument] : {std::pair("a", "1"), {"a", "2"}, {"b", "1"}, {"a", "3"}, {"b", "2"}}) {
        queue.add(job(client, argument));
    }
    const ScriptJobPtr a1 = queue.next();
    const ScriptJobPtr b1 = queue.next();
    EXPECT_EQ(a1->client + a1->argument, "a1");
    EXPECT_EQ(b1->client + b1->argument, "b1");
    EXPECT_EQ(queue.next(), nullptr);
    queue.done(*a1);
    EXPECT_EQ(queue.next()->argument, "2");
    EXPECT_EQ(queue.next(), nullptr);
}

TEST(ScriptQueue, jobsWithoutAClientWaitForNobody) {
    ScriptQueue queue(3, 10);
    queue.add(job("", "1"));
    queue.add(job("", "2"));
    const ScriptJobPtr first = queue.next();
    EXPECT_EQ(queue.next()->argument, "2");
    queue.done(*first);
    EXPECT_EQ(queue.running(), 1u);
}

TEST(ScriptQueue, oneThatGoesFirstWaitsForNobody) {
    ScriptQueue queue(1, 10);
    queue.add(job("a", "1"));
    queue.add(job("b", "2"));
    queue.next();
    const ScriptJobPtr first = job("", "first");
    first->goes_first = true;
    queue.add(first);
    EXPECT_EQ(queue.next(), first);
    EXPECT_EQ(queue.next(), nullptr);
    queue.done(*first);
    EXPECT_EQ(queue.next(), nullptr) << "its end makes no room for another one";
    EXPECT_EQ(queue.running(), 1u);
}

TEST(ScriptQueue, givesUpTheOldestWhereTooManyWait) {
    ScriptQueue queue(1, 2);
    queue.add(job("a", "1"));
    queue.add(job("b", "2"));
    EXPECT_EQ(queue.overflow(), nullptr);
    queue.add(job("c", "3"));
    EXPECT_EQ(queue.overflow()->argument, "1");
    EXPECT_EQ(queue.overflow(), nullptr);
    EXPECT_EQ(queue.next()->argument, "2");
}

TEST(ScriptQueue, takesOutOneThatWaitsAndNoOther) {
    ScriptQueue queue(1, 2);
    const ScriptJobPtr first = job("a"), second = job("b");
    queue.add(first);
    queue.add(second);
    queue.next();
    EXPECT_FALSE(queue.remove(*first));
    EXPECT_TRUE(queue.remove(*second));
    EXPECT_FALSE(queue.remove(*second));
    EXPECT_EQ(queue.waiting(), 0u);
}

}  // namespace
